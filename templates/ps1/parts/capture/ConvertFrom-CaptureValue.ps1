# The value again. Objects have what was captured of them and nothing else, so that strict mode misses the rest.
function ConvertFrom-CaptureValue {
    param([object] $Tree)
    if ($null -eq $Tree) { return }
    if ($Tree -is [Collections.IList]) {
        $items = New-Object -TypeName 'System.Collections.Generic.List[object]'
        foreach ($one in $Tree) { $items.Add((ConvertFrom-CaptureValue -Tree $one)) }
        return , $items.ToArray()
    }
    # What reads JSON may take every number for a long one.
    if ($Tree -is [long]) { return [int] $Tree }
    if ($Tree -isnot [Collections.IDictionary]) { return $Tree }
    $culture = [cultureinfo]::InvariantCulture
    if ($Tree.Contains('table')) {
        $table = @{}
        foreach ($pair in $Tree['table'].GetEnumerator()) {
            $table[$pair.Key] = ConvertFrom-CaptureValue -Tree $pair.Value
        }
        return $table
    }
    if ($Tree.Contains('object')) {
        $object = New-Object -TypeName psobject
        foreach ($pair in $Tree['object'].GetEnumerator()) {
            $value = ConvertFrom-CaptureValue -Tree $pair.Value
            $object | Add-Member -MemberType NoteProperty -Name $pair.Key -Value $value -Force
        }
        $calls = if ($Tree.Contains('calls')) { $Tree['calls'] } else { @{} }
        foreach ($pair in $calls.GetEnumerator()) {
            $value = ConvertFrom-CaptureValue -Tree $pair.Value
            $object | Add-Member -MemberType NoteProperty -Name "$($pair.Key) answer" -Value $value
            $body = [scriptblock]::Create('$this.''{0} answer''' -f ($pair.Key -replace '\W'))
            $object | Add-Member -MemberType ScriptMethod -Name $pair.Key -Value $body -Force
        }
        if ($Tree.Contains('path')) { Add-RecordedMethod -Object $object -Path $Tree['path'] }
        return $object
    }
    $kind, $text = foreach ($pair in $Tree.GetEnumerator()) { $pair.Key, [string] $pair.Value }
    switch ($kind) {
        'datetime' { return [datetime]::Parse($text, $culture, 'RoundtripKind') }
        'timespan' { return [timespan]::Parse($text, $culture) }
        'bytes' {
            $bytes = for ($at = 0; $at -lt $text.Length; $at += 2) {
                [Convert]::ToByte($text.Substring($at, 2), 16)
            }
            return , [byte[]] @($bytes)
        }
    }
    $types = @{
        byte = [byte]; sbyte = [sbyte]; int16 = [int16]; uint16 = [uint16]; uint32 = [uint32]; int64 = [int64]
        uint64 = [uint64]; single = [single]; double = [double]; decimal = [decimal]
    }
    [Convert]::ChangeType($text, $types[$kind], $culture)
}
