param($Windows)
# The list keeps a removed product as it was last, and one that is switched off.
$Windows.Cim.AntiVirusProduct += [pscustomobject]@{
    displayName = 'Contoso Shield'; instanceGuid = '{11111111-0000-4000-8000-000000000000}'
    pathToSignedProductExe = 'C:\Program Files\Contoso Shield\scan.exe'; productState = [uint32] 266240
}
$null = New-Item -Path 'C:\Program Files\Contoso Shield\scan.exe' -ItemType File -Force
$Windows.Cim.AntiVirusProduct += [pscustomobject]@{
    displayName = 'Fabrikam Guard'; instanceGuid = '{11111111-0000-4000-8000-000000000000}'
    pathToSignedProductExe = 'C:\Program Files\Fabrikam Guard\scan.exe'; productState = [uint32] 266240
}
$Windows.Cim.AntiVirusProduct += [pscustomobject]@{
    displayName = 'Litware'; instanceGuid = '{11111111-0000-4000-8000-000000000000}'
    pathToSignedProductExe = 'C:\Program Files\Litware\scan.exe'; productState = [uint32] 262144
}
$null = New-Item -Path 'C:\Program Files\Litware\scan.exe' -ItemType File -Force
@{
    Reason   = 'other-maker'
    HResult  = @()
    Evidence = @{
        Active = 'Contoso Shield'
        Listed = 'Windows Defender', 'Contoso Shield', 'Fabrikam Guard', 'Litware'
    }
}
