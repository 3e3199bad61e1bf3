# In the order of the table.
function Select-Check {
    param([string[]] $Check, [string[]] $Skip)
    $wanted = @(Get-CheckId -Id $Check)
    $except = @(Get-CheckId -Id $Skip)
    if (-not $wanted) { $wanted = $script:DefaultChecks }
    $script:Checks | Where-Object { $_.Id -in $wanted -and $_.Id -notin $except }
}
