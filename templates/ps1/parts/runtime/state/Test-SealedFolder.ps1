# Whether the seal, where only administrators can write, has a second name in this folder: nobody else can give it
# one, so that a folder made to look like ours is found out.
function Test-SealedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $splat = @{
        Path         = "$env:SystemRoot\System32\fsutil.exe"
        ArgumentList = 'hardlink', 'list', "$env:ProgramFiles\Mendsheet\seal.txt"
    }
    (Invoke-ReadOnlyTool @splat).Lines -contains ("$Path\seal.txt" -replace '^[^:]*:')
}
