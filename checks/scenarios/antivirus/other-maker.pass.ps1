param($Windows)
# Another product is on, and Defender is off because of it.
$Windows.Cim.AntiVirusProduct[0].productState = [uint32] 393472
$Windows.Cim.AntiVirusProduct += [pscustomobject]@{
    displayName = 'Contoso Shield'; instanceGuid = '{11111111-0000-4000-8000-000000000000}'
    pathToSignedProductExe = 'C:\Program Files\Contoso Shield\scan.exe'; productState = [uint32] 266240
}
$null = New-Item -Path 'C:\Program Files\Contoso Shield\scan.exe' -ItemType File -Force
@{
    Reason   = 'other-maker'
    HResult  = @()
    Evidence = @{ Active = 'Contoso Shield'; Listed = 'Windows Defender', 'Contoso Shield' }
}
