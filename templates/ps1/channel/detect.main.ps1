# Runs the chosen checks and writes the line; sets the exit code.
function Invoke-Main {
    [CmdletBinding()]
    [OutputType([string])]
    param([string] $Check)
    $script:ExitCode = 64
    $rows = @(Select-Check -Check $Check)
    $asked = @(Get-CheckId -Id $Check | Sort-Object -Unique)
    if ($asked -and $asked.Count -ne $rows.Count) { return Get-SummaryLine -Note 'unknownCheck' }
    $machine = Get-Machine
    $results = @(Get-ChannelResult -Row $rows -Machine $machine 2>$null 3>$null 4>$null 5>$null 6>$null)
    $script:ExitCode = if ((Get-Verdict -Result $results) -eq 'Problem') { 1 } else { 0 }
    Get-SummaryLine -Result $results -Windows "$($machine.Build).$($machine.Revision)"
}

$script:ExitCode = 70
if ($MyInvocation.InvocationName -ne '.') {
    try {
        $refusal = Get-StartRefusal
        if ($refusal) { $script:Line = Get-SummaryLine -Note $refusal }
        else {
            $relaunch = @(Get-RelaunchArgument -Bound $PSBoundParameters)
            if ($relaunch) {
                $script:Line = @(& $script:NativeShell @relaunch)[-1]
                $script:ExitCode = $LASTEXITCODE
            }
            else {
                $script:LogPath = Get-LogPath
                $script:Line = Invoke-Main -Check $Check
            }
        }
    }
    catch {
        $script:ExitCode = 70
        $about = "$script:Product $script:ChecklistVersion $script:Phase"
        $script:Line = "mendsheet/1 $about - Unknown | !defect | Unknown"
        # What failed may be what makes the line.
        try { $script:Line = Get-SummaryLine -Note (Get-DefectNote -Record $_) }
        catch { Write-Verbose -Message "$_" }
    }
    Write-ChannelLog -Text $script:Line
    Write-Output -InputObject $script:Line
    Stop-HungProcess -Code ([int] ($script:ExitCode -eq 1))
    if ($script:ExitCode -eq 1) { exit 1 }
    exit 0
}
