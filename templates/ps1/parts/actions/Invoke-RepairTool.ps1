# A tool of Windows that changes what only it understands. Its changes cannot be undone, and the journal, the
# preview and the report say so.
function Invoke-RepairTool {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [ValidateSet('w32tm', 'sfc', 'dism', 'netsh', 'wusa')] [string] $Tool,
        [Parameter(Mandatory)] [string[]] $ArgumentList,
        [Parameter(Mandatory)] [int] $TimeoutSeconds,
        [int[]] $SuccessCode = @(0)
    )
    $command = "$Tool $(ConvertTo-ArgumentText -ArgumentList $ArgumentList)"
    if (-not (Confirm-Change -Text (Get-Message -Key 'doRepairTool' -With @{ Command = $command }))) { return }
    $entry = Add-JournalPlan -Action 'repair-tool' -Target $Tool -After ($ArgumentList -join ' ')
    $splat = @{
        Path           = "$env:SystemRoot\System32\$Tool.exe"
        ArgumentList   = $ArgumentList
        TimeoutSeconds = $TimeoutSeconds
    }
    $answer = Invoke-NativeTool @splat
    if (-not $answer.TimedOut -and $answer.ExitCode -in $SuccessCode) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    if ($answer.TimedOut) { throw (Get-Message -Key 'toolTimedOut' -With @{ Command = $command; Seconds = $TimeoutSeconds }) }
    throw (Get-Message -Key 'toolFailed' -With @{ Command = $command; Code = $answer.ExitCode })
}
