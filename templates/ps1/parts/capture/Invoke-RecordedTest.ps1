# The detection whose turn it is, the look at this PC ("-"), or what guards repairs ("-guard").
function Invoke-RecordedTest {
    $tests = @($script:Detections | ForEach-Object { $_.Test })
    $tests += { Get-Machine }, { Test-Guard }
    Start-Recording -Test $tests
    $script:IsReading = $false
    $id = $script:Recording.Check
    if ($id -eq '-') { return Get-Machine }
    if ($id -eq '-guard') { return Test-Guard }
    & ($script:Detections | Where-Object { $_.Id -eq $id }).Test
}
