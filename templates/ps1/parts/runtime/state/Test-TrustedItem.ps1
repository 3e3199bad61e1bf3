# Whether what stands there is no link and no one but administrators can change it.
function Test-TrustedItem {
    param([Parameter(Mandatory)] [string] $Path, [switch] $Closed)
    $item = Get-Item -LiteralPath $Path -Force -ErrorAction SilentlyContinue
    if (-not $item -or $item.Attributes -band [IO.FileAttributes]::ReparsePoint) { return $false }
    Test-TrustedDescriptor -Sddl (Get-Acl -LiteralPath $Path).Sddl -Closed:$Closed
}
