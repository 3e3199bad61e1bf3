# <type>:<data>, such as "REG_DWORD:0x1", or "absent" to remove it. Makes a missing key, but none above it.
function Set-RegistryValue {
    [CmdletBinding(SupportsShouldProcess)]
    param(
        [Parameter(Mandatory)] [string] $Path,
        [Parameter(Mandatory)] [string] $Name,
        [Parameter(Mandatory)] [string] $Value
    )
    $target = '{0}:{1}' -f ($Path -replace '^HKLM:', 'HKLM'), $Name
    # Without its colon the key would be a folder here, and a key in the journal.
    if ($Path -notlike 'HK??:\*' -or -not (Test-RegistryTarget -Target $target)) {
        throw (Get-Message -Key 'registryOwned' -With @{ Target = $target })
    }
    $before = Get-RegistrySnapshot -Path $Path -Name $Name
    if ($before -ceq $Value -or ($Value -eq 'absent' -and $before -eq 'no-key')) { return }
    $with = @{ Target = $target; Before = $before; After = $Value }
    # What cannot be captured cannot be restored.
    if (-not $before) { throw (Get-Message -Key 'registryFailed' -With $with) }
    if (-not (Confirm-Change -Text (Get-Message -Key 'doRegistry' -With $with))) { return }
    $entry = Add-JournalPlan -Action 'registry-value' -Target $target -Before $before -After $Value
    if (Write-RegistrySnapshot -Path $Path -Name $Name -Value $Value) {
        return Complete-JournalEntry -Number $entry
    }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'registryFailed' -With $with)
}
