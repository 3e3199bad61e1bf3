# The answer of a capture to a read, { Given, Failures, Thrown }: what this check got that time, or else what
# another check got. A read that was not captured is noted and thrown: whoever asks is undecided.
function Get-RecordedAnswer {
    param([Parameter(Mandatory)] [psobject] $Read)
    $recording = $script:Recording
    $answer = $null
    foreach ($key in "$($Read.Check) $($Read.Key)", $Read.Key) {
        if (-not $recording.Places.ContainsKey($key)) { continue }
        $answers = $recording.Places[$key].answers
        $number = [int] $recording.Asked[$key]
        $recording.Asked[$key] = $number + 1
        # The clock may be asked more often.
        if ($Read.Name -eq 'Get-Date') { $number = [math]::Min($number, $answers.Count - 1) }
        if ($number -lt $answers.Count) { $answer = $answers[$number] }
        break
    }
    if ($null -eq $answer -and $recording.Absent.ContainsKey($Read.Name)) {
        $failure = @{ type = 'System.Management.Automation.CommandNotFoundException'; hresult = -2146233087 }
        $answer = @{ output = @(); error = $failure; thrown = $true }
    }
    if ($null -eq $answer) {
        $recording.Missing.Add($Read.Key)
        throw (New-Object -TypeName InvalidOperationException -ArgumentList "NotCaptured: $($Read.Key)")
    }
    $given = New-Object -TypeName 'System.Collections.Generic.List[object]'
    foreach ($tree in @($answer['output'])) {
        $value = ConvertFrom-CaptureValue -Tree $tree
        # Lists come out of a command one by one.
        if ($value -is [array]) { $given.AddRange([object[]] $value) } else { $given.Add($value) }
    }
    $failure = if ($answer.Contains('error')) { New-RecordedError -Tree $answer['error'] }
    @{
        Given    = $given.ToArray()
        Failures = @($failure | Where-Object { $_ })
        Thrown   = if ($failure -and ($answer['thrown'] -or -not $Read.IsQuiet)) { $failure }
    }
}
