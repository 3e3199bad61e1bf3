# Runs all checks and writes the word.
function Invoke-Main {
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $script:Checks -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    $script:ExitCode = 0
    Write-ChannelLog -Text (Get-SummaryLine -Result $results -Windows "$($machine.Build).$($machine.Revision)")
    Get-Verdict -Result $results
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        if (Get-StartRefusal) { $script:Line = 'Unknown' }
        else {
            $relaunch = @(Get-RelaunchArgument -Bound $PSBoundParameters)
            if ($relaunch) { $script:Line = @(& $script:NativeShell @relaunch)[-1] }
            else {
                Open-ChannelLog
                $script:Line = Invoke-Main
            }
        }
    }
    catch {
        $script:Line = 'Unknown'
        Write-ChannelLog -Text (Get-DefectNote -Record $_)
    }
    Write-Output -InputObject $script:Line
    Stop-HungProcess -Code 0
    exit 0
}
