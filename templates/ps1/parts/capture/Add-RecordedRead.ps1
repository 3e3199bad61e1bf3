# Keeps an answer: the same read of the same check has one for each time it was asked.
function Add-RecordedRead {
    param([Parameter(Mandatory)] [psobject] $Read, [Parameter(Mandatory)] [hashtable] $Answer)
    $recording = $script:Recording
    $place = "$($Read.Check) $($Read.Key)"
    if (-not $recording.Places.ContainsKey($place)) {
        $recording.Places[$place] = @{
            check     = $Read.Check
            command   = $Read.Name
            arguments = $Read.With
            answers   = New-Object -TypeName 'System.Collections.Generic.List[object]'
        }
        $recording.Reads.Add($recording.Places[$place])
    }
    $recording.Places[$place].answers.Add($Answer)
}
