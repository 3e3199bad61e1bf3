# Runs every detection once, in front of $script:Recording, and outputs what each found: by keys, without words.
function Invoke-RecordedDetection {
    $recording = $script:Recording
    $recording.Check = '-'
    $machine = Invoke-TestWithLimit -Test { Invoke-RecordedTest } -TimeoutSeconds 60
    if ($machine -is [Management.Automation.ErrorRecord]) { throw $machine }
    $done = 0
    foreach ($row in $script:Detections) {
        Write-Step -Text $row.Id -Done $done -Of $script:Detections.Count
        $done++
        $recording.Check = $row.Id
        $recording.Missing.Clear()
        $asked = $row.Clone()
        $asked.Test = { Invoke-RecordedTest }
        $finding = Invoke-Detection -Row $asked -Machine $machine
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
