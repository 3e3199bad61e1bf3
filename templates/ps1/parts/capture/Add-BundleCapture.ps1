# Looks once at this PC as a diagnosis does, and keeps each read with its answer. Before anything is copied, since
# copying leaves traces of its own.
function Add-BundleCapture {
    if (-not $script:Detections) { return }
    $script:Recording = New-Recording
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $started = [datetime]::UtcNow
    try {
        $results = @(Invoke-RecordedDetection)
        $script:Capture = @{
            Reads   = $script:Recording.Reads
            Absent  = [string[]] @($script:Recording.Absent.Keys | Sort-Object)
            Results = $results
            Started = $started
            Seconds = [int] $clock.Elapsed.TotalSeconds
        }
    }
    catch { Add-BundleProblem -Source 'capture.json' -Record $_ }
    finally { $script:Recording.Check = '' }
}
