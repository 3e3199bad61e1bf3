param($Windows)
$Windows.Cim.AntiVirusProduct += [pscustomobject]@{
    displayName = 'Contoso Shield'; instanceGuid = '{11111111-0000-4000-8000-000000000000}'
    pathToSignedProductExe = 'C:\Program Files\Contoso Shield\scan.exe'; productState = [uint32] 266240
}
$null = New-Item -Path 'C:\Program Files\Contoso Shield\scan.exe' -ItemType File -Force
$Windows.Cim.AntiVirusProduct += [pscustomobject]@{
    displayName = 'Fabrikam Guard'; instanceGuid = '{11111111-0000-4000-8000-000000000000}'
    pathToSignedProductExe = 'C:\Program Files\Fabrikam Guard\scan.exe'; productState = [uint32] 266256
}
$null = New-Item -Path 'C:\Program Files\Fabrikam Guard\scan.exe' -ItemType File -Force
@{
    Reason   = 'several'
    HResult  = @()
    Evidence = @{
        Active = 'Contoso Shield', 'Fabrikam Guard'
        Listed = 'Windows Defender', 'Contoso Shield', 'Fabrikam Guard'
    }
}
