# Renames to a numbered name beside it. Nothing is deleted, so undo can bring it back.
function Move-ItemAside {
    [CmdletBinding(SupportsShouldProcess)]
    param([Parameter(Mandatory)] [string] $Path)
    if (-not (Test-Path -LiteralPath $Path)) { return }
    # Windows makes it anew beside it.
    foreach ($stop in Get-SpaceStop) { throw (Get-Message -Key $stop.Reason -With $stop.Evidence) }
    $aside = Get-AsidePath -Path $Path
    $text = Get-Message -Key 'doSetAside' -With @{ Path = $Path; Aside = $aside }
    if (-not (Confirm-Change -Text $text)) { return }
    $entry = Add-JournalPlan -Action 'set-aside' -Target $Path -Before 'present' -After $aside
    $script:AsideTargets += @($Path)
    if (Rename-HeldItem -Path $Path -NewPath $aside) { return Complete-JournalEntry -Number $entry }
    Complete-JournalEntry -Number $entry -State 'failed'
    throw (Get-Message -Key 'inUse' -With @{ Path = $Path })
}
