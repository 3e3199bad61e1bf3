# Reason is the key of one of the sentences of the check, which may name entries of Evidence.
function New-Finding {
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '',
        Justification = 'Makes an object in memory.')]
    param(
        [Parameter(Mandatory)]
        [ValidateSet('Ok', 'Problem', 'Unknown', 'NotApplicable')]
        [string] $Status,
        [string] $Reason = '',
        [hashtable] $Evidence = @{},
        [string[]] $HResult = @()
    )
    [pscustomobject]@{
        Status   = $Status
        Reason   = $Reason
        Evidence = $Evidence
        HResult  = @($HResult | ForEach-Object { $_.ToUpperInvariant().Replace('0X', '0x') })
    }
}
