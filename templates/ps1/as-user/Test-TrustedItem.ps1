# Whether what stands there is no link and no one but this person and administrators can change it.
function Test-TrustedItem {
    param([Parameter(Mandatory)] [string] $Path)
    $item = Get-Item -LiteralPath $Path -Force -ErrorAction SilentlyContinue
    if (-not $item -or $item.Attributes -band [IO.FileAttributes]::ReparsePoint) { return $false }
    $own = '(?<![0-9-]){0}(?![0-9-])' -f [regex]::Escape((Get-OwnSid))
    Test-TrustedDescriptor -Sddl ((Get-Acl -LiteralPath $Path).Sddl -creplace $own, 'SY')
}
