param($Windows)
# Nearly every PC has some.
$Windows.Cim.Win32_Service += [pscustomobject]@{
    DisplayName = 'Backup Agent'; PathName = '"C:\Program Files\Backup\agent.exe" /service'; State = 'Running'
}
$null = New-Item -Path 'C:\Program Files\Backup\agent.exe' -ItemType File -Force
@{
    Reason   = 'others'
    HResult  = @()
    Evidence = @{ Names = 'Backup Agent'; Others = 1; SwitchedOff = 0 }
}
