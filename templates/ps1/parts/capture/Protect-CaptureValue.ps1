# A value with pseudonyms in its texts; in bytes, which have lengths, names are overwritten. What is called a
# version is no address.
function Protect-CaptureValue {
    param([object] $Tree, [string] $Name = '')
    if ($null -eq $Tree) { return }
    if ($Tree -is [string]) {
        return Protect-Text -Text $Tree -Name $Name -IsVersion:($Name -match 'version|build')
    }
    if ($Tree -is [Collections.IDictionary]) {
        if ($Tree.Contains('bytes') -and $Tree['bytes'] -is [string]) {
            return ConvertTo-CaptureValue -Value (Protect-Byte -Byte (ConvertFrom-CaptureValue -Tree $Tree))
        }
        $isVersion = $Tree.Contains('Name') -and "$($Tree['Name'])" -match 'version|build'
        $copy = @{}
        if ($Name -match 'version|build') { $isVersion = $true }
        foreach ($pair in $Tree.GetEnumerator()) {
            $within = if ($isVersion) { 'version' } else { $pair.Key }
            $copy[(Protect-Text -Text $pair.Key)] = Protect-CaptureValue -Tree $pair.Value -Name $within
        }
        return $copy
    }
    if ($Tree -is [Collections.IList]) {
        $items = New-Object -TypeName 'System.Collections.Generic.List[object]'
        foreach ($one in $Tree) { $items.Add((Protect-CaptureValue -Tree $one -Name $Name)) }
        return , $items.ToArray()
    }
    $Tree
}
