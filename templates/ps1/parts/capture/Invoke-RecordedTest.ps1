# The detection, or the look at this PC ("-"), whose turn it is.
function Invoke-RecordedTest {
    Start-Recording -Test (@($script:Detections | ForEach-Object -Process { $_.Test }) + @({ Get-Machine }))
    $script:IsReading = $false
    $id = $script:Recording.Check
    if ($id -eq '-') { return Get-Machine }
    & ($script:Detections | Where-Object -FilterScript { $_.Id -eq $id }).Test
}
