# A service that writes to a log has it open, so it is shared. The file in which time runs out is given as far as read.
function Read-LogLine {
    [CmdletBinding()]
    [OutputType([string])]
    param(
        [Parameter(Mandatory)] [AllowEmptyCollection()] [string[]] $Path,
        [Parameter(Mandatory)] [string] $Pattern,
        [Parameter(Mandatory)] [int] $TimeoutSeconds,
        [int] $Megabytes = 256
    )
    $wanted = New-Object -TypeName regex -ArgumentList $Pattern, 'Compiled'
    $clock = [Diagnostics.Stopwatch]::StartNew()
    $found = @{}
    for ($at = $Path.Count - 1; $at -ge 0 -and $clock.Elapsed.TotalSeconds -lt $TimeoutSeconds; $at--) {
        $lines = New-Object -TypeName 'Collections.Generic.List[string]'
        $found[$at] = $lines
        try {
            $stream = New-Object -TypeName IO.FileStream -ArgumentList $Path[$at], 'Open', 'Read', 'ReadWrite, Delete'
        }
        catch [IO.IOException] { continue }
        if ($stream.Length -gt $Megabytes * 1MB) { $null = $stream.Seek(-$Megabytes * 1MB, 'End') }
        $reader = New-Object -TypeName IO.StreamReader -ArgumentList $stream
        try {
            $count = 0
            while ($null -ne ($line = $reader.ReadLine())) {
                if ($wanted.IsMatch($line)) { $lines.Add($line) }
                $count++
                if ($count % 10000 -eq 0 -and $clock.Elapsed.TotalSeconds -ge $TimeoutSeconds) { break }
            }
        }
        finally { $reader.Dispose() }
    }
    foreach ($at in $found.Keys | Sort-Object) { $found[$at] }
}
