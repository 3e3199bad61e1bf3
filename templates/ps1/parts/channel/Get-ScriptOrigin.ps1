# What a script is from that we made: the product, and the checks that it runs. Nothing of any other.
function Get-ScriptOrigin {
    [OutputType([hashtable])]
    param([string] $Text)
    if ($Text -notmatch '(?m)^\$script:Product = ''([a-z0-9-]+)''') { return }
    $origin = @{ Product = $Matches[1]; Checks = @() }
    if ($Text -match '(?m)^\$script:DefaultChecks = @\(([^)]*)\)') {
        $origin.Checks = @([regex]::Matches($Matches[1], '[a-z0-9-]+') | ForEach-Object -MemberName 'Value')
    }
    $origin
}
