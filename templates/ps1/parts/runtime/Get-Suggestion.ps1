# The error codes that were found, with the checks that explain them, least invasive first.
function Get-Suggestion {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([psobject[]] $Result)
    $codes = @($Result | ForEach-Object -Process { $_.HResult } | Sort-Object -Unique)
    foreach ($code in $codes) {
        $rows = @($script:Checks | Where-Object -FilterScript { $code -in $_.Explains } |
                Sort-Object -Property { $_.Restart }, { $_.Minutes }, { $_.Item })
        [pscustomobject]@{ HResult = $code; Checks = @($rows | ForEach-Object -Process { $_.Id }) }
    }
}
