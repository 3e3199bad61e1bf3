# Runs the chosen checks and gives the line; of a check that this script does not have, a line that says so.
function Invoke-Main {
    [CmdletBinding()]
    [OutputType([string])]
    param([string] $Check)
    $rows = @(Select-Check -Check $Check)
    $asked = @(Get-CheckId -Id $Check | Sort-Object -Unique)
    if ($asked -and $asked.Count -ne $rows.Count) { return Get-SummaryLine -Note 'unknownCheck' }
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $rows -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    Get-SummaryLine -Result $results -Windows "$($machine.Build).$($machine.Revision)"
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $refusal = Get-StartRefusal
        if ($refusal) { $script:Line = Get-SummaryLine -Note $refusal }
        else {
            # The 64-bit PowerShell gives the line alone; what is around it is said here.
            $relaunch = @(Get-RelaunchArgument -Bound @{ Check = $Check })
            if ($relaunch) { $script:Line = @(& $script:NativeShell @relaunch)[-1] }
            else {
                $script:LogPath = Get-LogPath
                $script:Line = Invoke-Main -Check $Check
            }
        }
    }
    catch {
        $about = "$script:Product $script:ChecklistVersion $script:Phase"
        $script:Line = "mendsheet/1 $about - Unknown | !defect | Unknown"
        # What failed may be what makes the line.
        try { $script:Line = Get-SummaryLine -Note (Get-DefectNote -Record $_) }
        catch { Write-Verbose -Message "$_" }
    }
    Write-ChannelLog -Text $script:Line
    $lines = if ($Markers) { '<-Start Result->', "Status=$script:Line", '<-End Result->' } else { $script:Line }
    Write-Output -InputObject $lines
    $isProblem = $script:Line -like '* | Problem'
    # None of the checks has run, so what a monitor shows must not be green. It is no problem to repair either.
    # 64 is wrong usage elsewhere; a tool that has -ProblemCode keeps the codes below that for itself.
    $isWrong = $script:Line -like '* | !unknownCheck*'
    Stop-HungProcess -Code ([int] $isProblem * $ProblemCode + [int] $isWrong * ($ProblemCode + 63))
    if ($isProblem) { exit $ProblemCode }
    if ($isWrong) { exit ($ProblemCode + 63) }
    exit 0
}
