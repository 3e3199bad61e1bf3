# { Checks (first entry -> check), EndCode (null: did not end), Removed, Restoring (entries) }.
function Read-RunNote {
    param([Parameter(Mandatory)] [string] $Journal)
    $notes = [pscustomobject]@{
        Exists = $false; Checks = [ordered]@{}; EndCode = $null; Removed = @(); Restoring = @()
    }
    $file = $Journal -replace 'journal\.txt$', 'notes.txt'
    if (-not [IO.File]::Exists($file)) { return $notes }
    $notes.Exists = $true
    foreach ($line in [IO.File]::ReadAllLines($file)) {
        $number = [int] ($line -creplace '^([a-z]+) (\d{1,9})(?: [a-z0-9-]+)?$|^.*$', '0$2')
        switch -CaseSensitive -Regex ($line) {
            '^check \d' { $notes.Checks["$number"] = ($line -split ' ')[-1] }
            '^end \d' { $notes.EndCode = $number }
            '^removed \d' { $notes.Removed += @($number) }
            '^restoring \d' { $notes.Restoring += @($number) }
        }
    }
    $notes
}
