# A value as capture.schema.json says it: texts, numbers of 32 bits, truth values, nothing and lists as themselves,
# all else as one entry named after its type. Of an object only the properties count that the script's text names.
function ConvertTo-CaptureValue {
    param([object] $Value, [string] $Path, [int] $Depth = 0)
    if ($null -eq $Value) { return }
    $base = $Value.PSObject.BaseObject
    if ($base -is [string] -or $base -is [bool] -or $base -is [int]) { return $base }
    $culture = [cultureinfo]::InvariantCulture
    if ($base -is [datetime]) { return @{ datetime = $base.ToString('o', $culture) } }
    if ($base -is [timespan]) { return @{ timespan = $base.ToString('c', $culture) } }
    if ($base -is [enum] -or $base -is [char] -or $base -is [guid] -or $base -is [scriptblock]) { return "$base" }
    if ($base -is [switch]) { return [bool] $base }
    if ($base -is [ValueType]) {
        return @{ $base.GetType().Name.ToLowerInvariant() = [Convert]::ToString($base, $culture) }
    }
    if ($base -is [byte[]]) { return @{ bytes = [BitConverter]::ToString($base) -replace '-' } }
    if ($Depth -gt 5) { return "$base" }
    if ($base -is [Collections.IDictionary]) {
        $table = @{}
        foreach ($pair in $base.GetEnumerator()) {
            $table["$($pair.Key)"] = ConvertTo-CaptureValue -Value $pair.Value -Depth ($Depth + 1)
        }
        return @{ table = $table }
    }
    if ($base -is [Collections.IEnumerable] -and $base -isnot [Xml.XmlNode]) {
        $items = New-Object -TypeName 'System.Collections.Generic.List[object]'
        foreach ($item in $base) { $items.Add((ConvertTo-CaptureValue -Value $item -Depth ($Depth + 1))) }
        return , $items.ToArray()
    }
    # A set that comes out of a statement would be a list of its entries.
    $named = $methods = New-Object -TypeName 'System.Collections.Generic.HashSet[string]'
    if ($script:ReadList) {
        $named = $script:ReadList.Members
        $methods = $script:ReadList.Methods
    }
    $object = @{}
    foreach ($property in $Value.PSObject.Properties) {
        if (-not $named.Contains($property.Name)) { continue }
        # Some properties of Windows' objects fail when they are asked.
        try { $object[$property.Name] = ConvertTo-CaptureValue -Value $property.Value -Depth ($Depth + 1) }
        catch { Write-Verbose -Message $property.Name }
    }
    $calls = @{}
    foreach ($name in @($methods) -cmatch '^(Get|To)[A-Z]\w+$') {
        $method = $Value.PSObject.Methods[$name]
        if (-not $method -or $Path -or $name -in 'GetType', 'GetHashCode', 'ToString') { continue }
        try { $calls[$name] = ConvertTo-CaptureValue -Value $method.Invoke() -Depth ($Depth + 1) }
        catch { Write-Verbose -Message $name }
    }
    $tree = @{ object = $object }
    if ($calls.Count -gt 0) { $tree['calls'] = $calls }
    if ($Path) { $tree['path'] = $Path }
    $tree
}
