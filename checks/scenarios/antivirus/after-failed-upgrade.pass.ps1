param($Windows)
# One product: no fault, but the report says in which order to go on.
$program = 'C:\Program Files\Trend Micro\Titanium\uiWinMgr.exe'
$null = New-Item -Path $program -ItemType File -Force
$Windows.Cim['AntiVirusProduct'] += [pscustomobject]@{
    displayName = 'Contoso Cloud'; instanceGuid = '{4FB9C7C9-0A2B-4A1C-9B1A-000000000001}'; pathToSignedProductExe = $program; productState = [uint32] 266240
}
$Windows.Registry['HKLM:\SYSTEM\Setup\MoSetup\Volatile'] = @{ BoxResult = [int] '0xC1900101' }
@{
    Reason   = 'after-failure'
    HResult  = @()
    Evidence = @{
        Active   = 'Contoso Cloud'
        Listed   = 'Windows Defender', 'Contoso Cloud'
        Removers = 'Trend Micro Diagnostic Toolkit'
    }
}
