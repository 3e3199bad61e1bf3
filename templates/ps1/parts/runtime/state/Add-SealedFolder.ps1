# Made where nobody else can make anything, closed and sealed there, and moved to its place at once. A move onto a
# folder that somebody has made meanwhile ends inside of it, where no seal is looked for.
function Add-SealedFolder {
    param([Parameter(Mandatory)] [string] $Path)
    $closed = "$env:ProgramFiles\Mendsheet"
    if (-not (Test-Path -LiteralPath $closed)) { Add-ProtectedFolder -Path $closed }
    if (-not (Test-Path -LiteralPath "$closed\seal.txt")) {
        Set-Content -LiteralPath "$closed\seal.txt" -Value $script:Product
    }
    $new = "$closed\new-$([guid]::NewGuid())"
    Add-ProtectedFolder -Path $new
    $splat = @{
        Path         = "$env:SystemRoot\System32\fsutil.exe"
        ArgumentList = 'hardlink', 'create', "$new\seal.txt", "$closed\seal.txt"
    }
    $null = Invoke-NativeTool @splat
    try { Move-Item -LiteralPath $new -Destination $Path }
    catch { Write-Verbose -Message "$_" }
}
