# Runs all checks and writes the line of JSON.
function Invoke-Main {
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $script:Checks -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    $script:ExitCode = 0
    Get-ComplianceLine -Result $results
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        if (Get-StartRefusal) { $script:Line = Get-ComplianceLine }
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
        $script:Line = Get-ComplianceLine
        Write-ChannelLog -Text (Get-DefectNote -Record $_)
    }
    Write-ChannelLog -Text $script:Line
    Write-Output -InputObject $script:Line
    Stop-HungProcess -Code 0
    exit 0
}
