param($Windows)
# An update that was installed later explains no other failure with what it met.
function Add-Servicing {
    param($Id, $Hours, $Package, $Code = '0x0')
    $Windows.Events.Add(@{
            Provider = 'Microsoft-Windows-Servicing'; Id = $Id; Time = [datetime]::UtcNow.AddHours(-$Hours)
            UserData = @{ PackageIdentifier = $Package; IntendedPackageState = '5112'; ErrorCode = $Code; Client = 'UpdateAgentLCU' }
        })
}
$october = 'Package_for_KB5090001~31bf3856ad364e35~amd64~~26100.8100.1.4'
$november = 'Package_for_RollupFix~31bf3856ad364e35~amd64~~26100.8457.1.10'
Add-Servicing 3 30 $october '0x800f0831'
Add-Servicing 2 26 $october
Add-Servicing 3 5 $november '0x800f0922'
$folder = New-Item -Path 'C:\Windows\Logs\CBS' -ItemType Directory -Force
Set-Content -LiteralPath "$($folder.FullName)\CBS.log" -Value @(
    @{ Hours = 30; Text = 'Info                  CBS    Store corruption, manifest missing for package: Package_123_for_KB5034129~31bf3856ad364e35~amd64~~26100.2227.1.4' }
    @{ Hours = 30; Text = 'Error                 CBS    Failed to resolve package [HRESULT = 0x800f0831 - CBS_E_STORE_CORRUPTION]' }
    @{ Hours = 5; Text = 'Error                 CBS    Failed to perform operation.  [HRESULT = 0x800f0922 - CBS_E_INSTALLERS_FAILED]' }
    | ForEach-Object { [datetime]::UtcNow.AddHours(-$_.Hours).ToLocalTime().ToString('s').Replace('T', ' ') + ", $($_.Text)" })
@{
    Reason   = 'failed'
    HResult  = '0x800F0922'
    Evidence = @{ Failures = 1; Packages = "$november (0x800f0922)" }
}
