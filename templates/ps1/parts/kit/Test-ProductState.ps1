# Behind the repairs, which have made the state folder.
function Test-ProductState {
    param([AllowEmptyString()] [string] $Engine, [Parameter(Mandatory)] [hashtable] $Scripts)
    $fsutil = "$env:SystemRoot\System32\fsutil.exe"
    $repair = @{ Engine = $Engine; Script = $Scripts['repair'] }
    $undone = Invoke-ProductReport @repair -ArgumentList '-Undo', '-AllowManaged'
    $seal = "$env:ProgramFiles\Mendsheet\seal.txt"
    $names = if (Test-Path -LiteralPath $seal) {
        (Invoke-NativeTool -Path $fsutil -ArgumentList 'hardlink', 'list', $seal).Lines
    }
    $seen = @{ UndoExitCode = $undone.ExitCode; Names = @($names); Notices = @($undone.Report.notices) }
    $isSealed = @($names) -like '*\ProgramData\Mendsheet\seal.txt'
    @{ Outcome = if (-not $names) { 'open' } elseif ($isSealed) { 'held' } else { 'broken' }; Seen = $seen }
}
