param($Windows)
# A service whose path cannot be read is not counted as the one before it.
foreach ($path in '"C:\Program Files\Backup\agent.exe" /service', $null) {
    $Windows.Cim.Win32_Service += [pscustomobject]@{ DisplayName = "Agent at $path"; PathName = $path; State = 'Running' }
}
$null = New-Item -Path 'C:\Program Files\Backup\agent.exe' -ItemType File -Force
@{
    Reason   = 'others'
    HResult  = @()
    Evidence = @{ Names = 'Agent at "C:\Program Files\Backup\agent.exe" /service'; Others = 1; SwitchedOff = 0 }
}
