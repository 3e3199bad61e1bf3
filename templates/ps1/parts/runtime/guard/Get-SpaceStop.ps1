# Room for journals and for what Windows rebuilds at once. A figure that cannot be read does not stop.
function Get-SpaceStop {
    $free = Get-FreeSpace
    if ($null -ne $free -and $free -lt 512MB) {
        $evidence = @{ Drive = "$env:SystemRoot".Substring(0, 2); FreeMegabytes = [math]::Floor($free / 1MB) }
        New-GuardStop -Code 1 -Reason 'diskFull' -Evidence $evidence
    }
}
