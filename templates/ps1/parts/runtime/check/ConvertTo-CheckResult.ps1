function ConvertTo-CheckResult {
    param(
        [Parameter(Mandatory)] [hashtable] $Row,
        [Parameter(Mandatory)] [psobject] $Finding,
        [timespan] $Elapsed,
        [string] $Before = $Finding.Status,
        [string] $Outcome = 'None',
        [string] $Failure = '',
        [string] $Advice = '',
        [string[]] $Changes = @()
    )
    $milliseconds = [int] $Elapsed.TotalMilliseconds
    Write-Verbose -Message "$($Row.Id): $milliseconds ms"
    $reason = Get-ReasonText -Words $Row.Words -Reason $Finding.Reason -Evidence $Finding.Evidence
    [pscustomobject]@{
        Id           = $Row.Id
        Item         = $Row.Item
        Title        = Get-Message -Key "title.$($Row.Id)"
        Status       = $Finding.Status
        Reason       = $reason
        ReasonKey    = $Finding.Reason
        HResult      = @($Finding.HResult)
        Evidence     = $Finding.Evidence
        Before       = $Before
        Outcome      = $Outcome
        Failure      = $Failure
        Advice       = $Advice
        Changes      = @($Changes)
        Milliseconds = $milliseconds
    }
}
