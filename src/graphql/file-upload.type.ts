import { Field, ObjectType } from 'type-graphql';
import { DateTime } from './date-time.js';

@ObjectType({ simpleResolvers: true, description: 'A header of an HTTP request.' })
export class HttpHeader {
  @Field(() => String, { description: 'Name, such as "Content-Type".' })
  name!: string;

  @Field(() => String, { description: 'Value.' })
  value!: string;
}

@ObjectType({
  simpleResolvers: true,
  description: 'The HTTP request that uploads a file: the file itself, and nothing else, is its body.',
})
export class FileUpload {
  @Field(() => String, {
    description: 'Where to send it. Whoever has this address may upload: keep it private.',
  })
  url!: string;

  @Field(() => String, { description: 'The HTTP method, "PUT".' })
  method!: string;

  @Field(() => [HttpHeader], { description: 'Headers the request must have, exactly like this.' })
  headers!: HttpHeader[];

  @Field(() => DateTime, { description: 'When the address stops working: 10 minutes after it was made.' })
  expiresAt!: Date;
}
