import { expect, test } from 'vitest'
import { importPostmarkTemplate } from './import-postmark.ts'

test.each([
  ['Hi {{name}}, {{{ product_name }}}', 'Hi {{ contact.firstName }}, {{ website.name }}'],
  ['<a href="{{action_url}}">', '<a href="{{ redeem_url }}">'],
  ['{{#if support_email}}a{{else}}b{{/if}}', '{% if website.supportEmail %}a{% else %}b{% endif %}'],
  ['{{#invite_sender_name}}x{{/invite_sender_name}}', '{% if inviter.name %}x{% endif %}'],
  ['{{^expiration_date}}never{{/expiration_date}}', '{% unless expires_at %}never{% endunless %}'],
  [
    '{{#each invitation.webRoles}}<li>{{.}}</li>{{/each}}',
    '{% for item in invitation.webRoles %}<li>{{ item }}</li>{% endfor %}',
  ],
  [
    '{{#each a}}{{#each b}}{{./x}}{{/each}}{{/each}}',
    '{% for item in a %}{% for item1 in b %}{{ item1.x }}{% endfor %}{% endfor %}',
  ],
  ['{{ stranger }}', '{{ stranger }}'],
  ['{{ contact.firstName | default: "x" }}', '{{ contact.firstName | default: "x" }}'],
])('%s becomes %s', (source, expected) => {
  expect(importPostmarkTemplate(source)).toBe(expected)
})
