# Only the tool knows what it changes, so it cannot be undone, and journal, preview and report say so. Outputs the
# exit code, nothing in a preview; its words are translated and are not read.
function Invoke-RepairTool {
    [CmdletBinding(SupportsShouldProcess)]
    [OutputType([int])]
    param(
        [Parameter(Mandatory)] [ValidateSet('w32tm', 'sfc', 'dism', 'netsh', 'wusa')] [string] $Tool,
        [Parameter(Mandatory)] [string[]] $ArgumentList,
        [Parameter(Mandatory)] [int] $TimeoutSeconds,
        [int[]] $SuccessCode = @(0)
    )
    $command = "$Tool $(ConvertTo-ArgumentText -ArgumentList $ArgumentList)"
    $words = @{ Command = $command; Minutes = [math]::Ceiling($TimeoutSeconds / 60) }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doRepairTool' -With $words))) { return }
    # Without a progress bar, this tells why nothing happens for a while.
    if ($script:OutputFormat -in 'Text', 'Object') { Write-Line -Text (Get-Message -Key 'toolRuns' -With $words) }
    $entry = Add-JournalPlan -Action 'repair-tool' -Target $Tool -After ($ArgumentList -join ' ')
    $splat = @{
        Path           = "$env:SystemRoot\System32\$Tool.exe"
        ArgumentList   = $ArgumentList
        TimeoutSeconds = $TimeoutSeconds
    }
    $answer = Invoke-NativeTool @splat
    if (-not $answer.TimedOut -and $answer.ExitCode -in $SuccessCode) {
        Complete-JournalEntry -Number $entry
        # ERROR_SUCCESS_REBOOT_REQUIRED: done, but for what only a restart can replace.
        if ($answer.ExitCode -eq 3010) {
            $script:NeedsRestart = $true
            Write-Notice -Key 'toolWaitsForRestart' -With $words
        }
        return $answer.ExitCode
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    if ($answer.TimedOut) { throw (Get-Message -Key 'toolTimedOut' -With $words) }
    $words.Code = if ($answer.ExitCode -lt 0) { '0x{0:X8}' -f $answer.ExitCode } else { $answer.ExitCode }
    if ($answer.ExitCode -lt 0 -and $script:ErrorCodes) {
        $words.Code += ": $((Get-ErrorMeaning -Code $words.Code).Meaning)"
    }
    throw (Get-Message -Key 'toolFailed' -With $words)
}
