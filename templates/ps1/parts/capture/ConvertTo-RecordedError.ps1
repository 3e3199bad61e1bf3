# What of an error decides anything: its type, its numbers and its id. Its text is translated and can hold names.
function ConvertTo-RecordedError {
    param([Parameter(Mandatory)] [object] $Record)
    $failure = $Record.Exception
    $tree = @{ type = $failure.GetType().FullName; hresult = $failure.HResult }
    if ($Record.FullyQualifiedErrorId) { $tree['id'] = ($Record.FullyQualifiedErrorId -split ',')[0] }
    $inner = $failure.GetBaseException()
    if (-not [object]::ReferenceEquals($inner, $failure)) {
        $tree['inner'] = @{ type = $inner.GetType().FullName; hresult = $inner.HResult }
    }
    $tree
}
