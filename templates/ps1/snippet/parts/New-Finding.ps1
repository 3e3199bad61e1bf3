function New-Finding([string] $Status, [string] $Reason, [hashtable] $Evidence = @{}, [string[]] $HResult) {
    $text = [string] $says[$Reason]
    foreach ($key in $Evidence.Keys) { $text = $text.Replace("{$key}", $Evidence[$key] -join ', ') }
    [pscustomobject]@{ Check = $check; Status = $Status; Reason = $text; HResult = $HResult -join ', ' }
}
