function Add-JournalLine([string] $Text) {
    $bytes = [Text.Encoding]::ASCII.GetBytes("$Text`r`n")
    $run.Stream.Write($bytes, 0, $bytes.Length)
    $run.Stream.Flush($true)
}
