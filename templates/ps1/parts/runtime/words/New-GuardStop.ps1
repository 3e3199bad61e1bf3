function New-GuardStop {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param(
        [Parameter(Mandatory)]
        [ValidateSet(1, 12, 13, 14)]
        [int] $Code,
        [Parameter(Mandatory)]
        [string] $Reason,
        [hashtable] $Evidence = @{}
    )
    [pscustomobject]@{ Code = $Code; Reason = $Reason; Evidence = $Evidence }
}
