# Writes a line and waits until it is on the disk: what follows may be the last thing this PC does. A line that
# was being written when the PC stopped is taken off first.
function Add-JournalLine {
    [CmdletBinding()]
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
