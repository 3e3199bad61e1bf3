# Runs every detection once, in front of $script:Recording, and outputs what each found: by keys, without words.
# What guards repairs comes last.
function Invoke-RecordedDetection {
    $recording = $script:Recording
    $recording.Check = '-'
    $recording.Missing.Clear()
    $machine = Invoke-TestWithLimit -Test { Invoke-RecordedTest } -TimeoutSeconds 60
    if ($machine -is [Management.Automation.ErrorRecord]) {
        # Which checks are meant for a PC that nobody has looked at, nobody can say.
        if (-not $recording.IsReplay) { throw $machine }
        $machine = $null
    }
    $anywhere = @{ MinBuild = 0; MaxBuild = 0; Kind = @(); EditionIds = @(); Architecture = @(); Account = @() }
    $rows = @($script:Detections) + @(@{ Id = '-guard'; Needs = @(); Limit = 120 } + $anywhere)
    $done = 0
    foreach ($row in $rows) {
        Write-Step -Text $row.Id -Done $done -Of $rows.Count
        $done++
        $recording.Check = $row.Id
        $recording.Missing.Clear()
        $asked = $row.Clone()
        $asked.Test = { Invoke-RecordedTest }
        $finding = if ($machine) { Invoke-Detection -Row $asked -Machine $machine }
        else { New-Finding -Status 'Unknown' -Reason 'notCaptured' }
        $recording.Check = ''
        $result = [ordered]@{
            check    = $row.Id
            status   = $finding.Status
            reason   = [string] $finding.Reason
            hresults = [object[]] @($finding.HResult)
            evidence = (ConvertTo-CaptureValue -Value $finding.Evidence)['table']
        }
        if ($recording.Missing.Count -gt 0) {
            $result['status'] = 'Unknown'
            $result['reason'] = 'notCaptured'
        }
        $result
    }
    $recording.Check = ''
}
