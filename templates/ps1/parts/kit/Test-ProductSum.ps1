function Test-ProductSum {
    param([Parameter(Mandatory)] [string] $Source)
    $wrong = @()
    $lines = [IO.File]::ReadAllLines("$Source\SHA256SUMS")
    foreach ($line in $lines) {
        $sum, $path = $line -split ' [ *]', 2
        $file = Get-FileHash -LiteralPath "$Source\$path" -ErrorAction SilentlyContinue
        if (-not $file -or $file.Hash -ne $sum) { $wrong += @($path) }
    }
    if (-not $lines) { throw 'SHA256SUMS is empty' }
    @{ Outcome = if ($wrong) { 'broken' } else { 'held' }; Seen = @{ Files = $lines.Count; Wrong = $wrong } }
}
