# On the disk before it returns: what follows may be the last thing this PC does. Half a line is taken off first.
function Add-JournalLine {
    param([Parameter(Mandatory)] [string] $Path, [Parameter(Mandatory)] [string] $Text)
    $stream = [IO.File]::Open($Path, 'OpenOrCreate', 'ReadWrite', 'Read')
    try {
        $end = $stream.Length
        while ($end -gt 0) {
            $stream.Position = $end - 1
            if ($stream.ReadByte() -eq 10) { break }
            $end--
        }
        $stream.SetLength($end)
        $stream.Position = $end
        $bytes = [Text.Encoding]::ASCII.GetBytes("$Text`r`n")
        $stream.Write($bytes, 0, $bytes.Length)
        $stream.Flush($true)
    }
    finally { $stream.Dispose() }
}
