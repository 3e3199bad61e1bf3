# An error with the type and the numbers that were captured; one of a type that is not known here is a plain one.
function New-RecordedError {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param([Parameter(Mandatory)] [Collections.IDictionary] $Tree, [switch] $AsException)
    $inner = if ($Tree.Contains('inner')) { New-RecordedError -Tree $Tree['inner'] -AsException }
    $type = if ($Tree['type'] -match '^(System|Microsoft)\.[\w.]+$') { $Tree['type'] -as [type] }
    $failure = $null
    if ($type -and [Exception].IsAssignableFrom($type)) {
        $values = if ($inner) { @('captured', $inner) } else { @('captured') }
        try { $failure = New-Object -TypeName $type -ArgumentList $values } catch { $failure = $null }
    }
    if (-not $failure) {
        $failure = New-Object -TypeName InvalidOperationException -ArgumentList 'captured', $inner
    }
    [Exception].GetProperty('HResult').SetValue($failure, [int] $Tree['hresult'], $null)
    if ($AsException) { return $failure }
    $id = if ($Tree.Contains('id')) { $Tree['id'] } else { 'Captured' }
    New-Object -TypeName Management.Automation.ErrorRecord -ArgumentList $failure, $id, 'NotSpecified', $null
}
