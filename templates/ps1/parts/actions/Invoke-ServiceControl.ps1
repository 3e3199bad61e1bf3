# sc.exe takes delayed start, answers with a number and does not wait. Outputs that number.
function Invoke-ServiceControl {
    param([Parameter(Mandatory)] [string[]] $ArgumentList)
    $splat = @{ Path = "$env:SystemRoot\System32\sc.exe"; ArgumentList = $ArgumentList; TimeoutSeconds = 30 }
    $answer = Invoke-NativeTool @splat
    # 1053: the service did not respond in time.
    if ($answer.TimedOut) { 1053 } else { $answer.ExitCode }
}
