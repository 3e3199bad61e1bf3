# The detection, or the look at this PC ("-"), whose turn it is.
function Invoke-RecordedTest {
    $tests = @($script:Detections | ForEach-Object -Process { $_.Test })
    $tests += { Get-Machine }
    Start-Recording -Test $tests
    $script:IsReading = $false
    $id = $script:Recording.Check
    if ($id -eq '-') { return Get-Machine }
    & ($script:Detections | Where-Object -FilterScript { $_.Id -eq $id }).Test
}
