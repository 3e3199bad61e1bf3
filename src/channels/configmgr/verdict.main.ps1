# Runs all checks and gives the word.
function Invoke-Main {
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $script:Checks -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    $script:ExitCode = 0
    Write-ChannelLog -Text (Get-SummaryLine -Result $results -Windows "$($machine.Build).$($machine.Revision)")
    Get-Verdict -Result $results
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    $script:Line = Get-ChannelAnswer -Undecided 'Unknown'
    Write-Output -InputObject $script:Line
    Stop-HungProcess -Code 0
    exit 0
}
