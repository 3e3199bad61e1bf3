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
    $isDone = -not $answer.TimedOut -and $answer.ExitCode -in $SuccessCode
    if ($isDone) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    $key = if ($answer.TimedOut) { 'toolTimedOut' } else { 'toolFailed' }
    throw (Get-Message -Key $key -With @{ Command = $command; Code = $answer.ExitCode; Seconds = $TimeoutSeconds })
}
