# What Windows made in its place is set aside in turn. Without the aside item it was never moved, or is back.
function Restore-AsideItem {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Aside)
    if (-not (Test-Path -LiteralPath $Aside)) { return Test-Path -LiteralPath $Path }
    if (Test-Path -LiteralPath $Path) {
        $replacement = Get-AsidePath -Path $Path
        if (-not (Rename-HeldItem -Path $Path -NewPath $replacement)) { return $false }
        Write-Notice -Key 'replacementKept' -With @{ Path = $Path; Aside = $replacement }
    }
    Rename-HeldItem -Path $Aside -NewPath $Path
}
