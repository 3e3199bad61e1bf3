# A step outputs { Outcome, Seen }. One that throws has not decided its claim.
function Invoke-ClaimStep {
    param([Parameter(Mandatory)] [string] $Claim, [Parameter(Mandatory)] [scriptblock] $Step)
    $clock = [Diagnostics.Stopwatch]::StartNew()
    try {
        $answer = & $Step | Select-Object -Last 1
        $found = @{ Outcome = $answer.Outcome; Seen = $answer.Seen }
    }
    catch {
        $found = @{ Outcome = 'open'; Seen = @{ Error = "$_"; Line = $_.InvocationInfo.ScriptLineNumber } }
    }
    Add-Evidence -Claim $Claim @found -Seconds $clock.Elapsed.TotalSeconds
}
