# One number a check, as JSON without a command that restricted language modes refuse. A check without a result
# is undecided.
function Get-ComplianceLine {
    [CmdletBinding()]
    [OutputType([string])]
    param([AllowEmptyCollection()] [psobject[]] $Result = @())
    $levels = @{ Ok = 0; NotApplicable = 0; Unknown = 1; Problem = 2 }
    $known = @{}
    foreach ($each in $Result) { $known[$each.Id] = $levels[$each.Status] }
    $pairs = foreach ($row in $script:Checks) {
        $level = if ($known.ContainsKey($row.Id)) { $known[$row.Id] } else { 1 }
        '"{0}":{1}' -f $row.Id, $level
    }
    '{' + (@($pairs) -join ',') + '}'
}
