# A folder that anyone but an administrator could have put there, replaced or written into must not steer an
# elevated run.
function Test-TrustedFolder {
    [CmdletBinding()]
    [OutputType([bool])]
    param([Parameter(Mandatory)] [string] $Path, [switch] $Parent)
    $item = Get-Item -LiteralPath $Path -Force
    if (-not $item.PSIsContainer -or $item.Attributes -band [IO.FileAttributes]::ReparsePoint) { return $false }
    # Write data, append, attributes, delete child, delete, change rights or owner, and the generic forms of these.
    $forbidden = 0x500D0156L
    # Of the folder above it is enough that nobody can remove or replace what stands in it.
    if ($Parent) { $forbidden = 0x500D0040L }
    Test-TrustedDescriptor -Sddl (Get-Acl -LiteralPath $Path).Sddl -Forbidden $forbidden -IgnoreInheritOnly:$Parent
}
