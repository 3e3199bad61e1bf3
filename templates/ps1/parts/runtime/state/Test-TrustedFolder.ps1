# Where others than administrators can write or replace must not steer an elevated run.
function Test-TrustedFolder {
    param([Parameter(Mandatory)] [string] $Path, [switch] $Parent)
    $item = Get-Item -LiteralPath $Path -Force
    if (-not $item.PSIsContainer -or $item.Attributes -band [IO.FileAttributes]::ReparsePoint) { return $false }
    # Write, append, attributes, delete child, delete, change rights or owner, and their generic forms.
    $forbidden = 0x500D0156L
    # Of the folder above: remove or replace what stands in it.
    if ($Parent) { $forbidden = 0x500D0040L }
    Test-TrustedDescriptor -Sddl (Get-Acl -LiteralPath $Path).Sddl -Forbidden $forbidden -IgnoreInheritOnly:$Parent
}
